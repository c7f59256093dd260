"""Side-by-side runs of tmkit and its peers; `README.md` says how to run them, `RESULTS.md` what came out."""
