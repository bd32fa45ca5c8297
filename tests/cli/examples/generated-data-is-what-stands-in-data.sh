python3 examples/generate-data.py made
for file in made/*; do cmp "$file" "examples/data/$(basename "$file")"; done
