// made anew by scripts/services
