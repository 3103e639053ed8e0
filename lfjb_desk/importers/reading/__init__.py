"""From bytes to cells: what a file is, whether it is safe, and every sheet as a grid."""
