"""What stands around the site: settings of web servers, workflows of forges."""
