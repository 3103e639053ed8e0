"""How the desk looks: colours and sizes, the style sheet made of them, and the icons."""
