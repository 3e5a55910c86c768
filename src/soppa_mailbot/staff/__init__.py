"""What people decide, carried out: verdicts, mails put elsewhere, submissions joined or parted, answers released."""
