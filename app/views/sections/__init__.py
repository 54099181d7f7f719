"""The sections that deserve a screen of their own: one file or folder each, named after the section."""
