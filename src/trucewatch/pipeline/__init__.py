"""The order of the stages: from what is given to findings, and from the ledger to the record."""
