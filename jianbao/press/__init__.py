"""archive → site: pages, lists, feeds and sitemap, written only where something changed."""
