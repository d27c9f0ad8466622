"""Views: for every template one typed context, computed from the knowledge base."""
