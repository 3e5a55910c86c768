"""What a district writes into `config.toml`: `config` reads and checks it, every problem at once."""
