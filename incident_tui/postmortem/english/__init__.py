"""English, as far as one must know it to tell who a sentence makes responsible."""
