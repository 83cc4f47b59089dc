"""What energy costs and what lateness costs: rules as pure functions, prices as dated data."""
