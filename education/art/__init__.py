"""The art of 明白消费: people, props, scenes and comics drawn as SVG and rendered to WebP. Run by hand, see README.md."""
