"""Does a scenario let somebody learn? One function a rule, each over the whole file. Pure."""
