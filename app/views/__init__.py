"""The screens: Qt lives only here."""
