"""The officer's pages, one module per place: the worklist, a case, its verbs, approvals, the register."""
