"""The visit: which page follows which, what was typed, how long nobody touched anything. Pure."""
