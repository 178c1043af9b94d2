namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>What a browser wants of the application.</summary>
/// <param name="Id">Brings the answer to its question.</param>
/// <param name="IsStart">Whether it begins to pay, or comes back.</param>
/// <param name="Order">The order.</param>
internal sealed record Question(long Id, bool IsStart, ChaosOrder Order);

/// <summary>What somebody wants to pay for.</summary>
/// <param name="Reference">The application's key; also the text on the bank statement, by which the auditor knows it in the service's ledger.</param>
/// <param name="Cents">The fee.</param>
/// <param name="HasLookUp">Whether the back end finds payments by the request id.</param>
internal sealed record ChaosOrder(string Reference, long Cents, bool HasLookUp);
