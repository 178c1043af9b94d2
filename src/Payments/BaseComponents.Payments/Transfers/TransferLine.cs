namespace BaseComponents.Payments.Transfers;

/// <summary>One line of what a payer writes into a transfer form.</summary>
/// <param name="Label">What the form calls it, in German.</param>
/// <param name="Value">What to write there.</param>
public sealed record TransferLine(string Label, string Value);
