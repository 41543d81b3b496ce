"""Quality is measured on labelled data from elsewhere; what is here is only how."""
