// Adds to each permalink a button that copies the citation of its passage or heading.
