"""The engines that build shells, hubs and hand-written pages. The core knows none of them."""
