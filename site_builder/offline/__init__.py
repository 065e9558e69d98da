"""What makes the site readable without a signal, and fit for a phone's home screen."""
