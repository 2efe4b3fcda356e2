letters-lead = C’est un site pour essayer. Les lettres ne partent pas. Vous pouvez les lire ici.
