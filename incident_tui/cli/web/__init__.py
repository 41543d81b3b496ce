"""The program in a browser: nobody comes in without a token, nothing comes from elsewhere."""
