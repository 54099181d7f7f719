"""One Conversation: one holistic consultation, from what matters to a plan on paper."""
