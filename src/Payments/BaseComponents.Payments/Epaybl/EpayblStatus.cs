namespace BaseComponents.Payments.Epaybl;

/// <summary>Whether the service answers for this Mandant.</summary>
/// <param name="IsAlive">Whether it does.</param>
/// <param name="Code">What it says, where it says a code.</param>
/// <param name="EPaymentId">The operator's reference of the question, where it names one.</param>
public sealed record EpayblStatus(bool IsAlive, EpayblResultCode Code, string? EPaymentId);
