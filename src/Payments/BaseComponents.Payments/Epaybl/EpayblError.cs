namespace BaseComponents.Payments.Epaybl;

/// <summary>What a code of ePayBL means.</summary>
/// <param name="Class">The kind of refusal.</param>
/// <param name="Retry">What may be done next.</param>
/// <param name="CitizenText">A German sentence that can be shown to whoever pays.</param>
/// <param name="Meaning">What it means for developers and operators, in English.</param>
public sealed record EpayblError(EpayblErrorClass Class, EpayblRetry Retry, string CitizenText, string Meaning);
