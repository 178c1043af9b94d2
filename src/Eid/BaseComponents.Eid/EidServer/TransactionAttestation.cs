namespace BaseComponents.Eid.EidServer;

/// <summary>Asks the server for a signed statement about the transaction.</summary>
/// <remarks>TransactionAttestationRequest (since 2.3.0). Formats and contexts are agreed with the operator.</remarks>
/// <param name="Format">Address that names the format.</param>
/// <param name="Context">What the statement is about; at most 2000 characters.</param>
public sealed record TransactionAttestationRequest(Uri Format, string Context)
{
    /// <summary>The name of the type: the context stays out of logs.</summary>
    public override string ToString() => nameof(TransactionAttestationRequest);
}

/// <summary>The server's statement about the transaction, as it came: what it means and how it is verified belongs to its format.</summary>
/// <remarks>TransactionAttestationResponse</remarks>
/// <param name="Format">What names the format.</param>
/// <param name="Data">Its text, or its XML where it has elements.</param>
public sealed record TransactionAttestation(string Format, string Data)
{
    /// <summary>The name of the type: the data stay out of logs.</summary>
    public override string ToString() => nameof(TransactionAttestation);
}
