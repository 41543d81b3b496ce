"""Figures over many incidents: pure sums of plain rows, which name the incidents behind them."""
