using System.Net;

namespace BaseComponents.Payments.Wire.Authentication;

/// <summary>What can go wrong before the service is even asked. Nothing was sent to it, so nothing was created.</summary>
internal static class TokenFaults
{
    public static PaymentException Refused(HttpStatusCode status) => new(
        PaymentErrors.AccessDenied,
        $"The token service refused the credentials (HTTP {(int)status}). Compare Credentials:Name, Secret, Scope and TokenAddress with the operator's letter; some operators want SecretInBody.");

    public static PaymentException OutOfOrder(HttpStatusCode status) => new(
        PaymentErrors.ServiceUnavailable, $"The token service is out of order (HTTP {(int)status}). Nothing was sent to the payment service: try again later.")
    {
        IsTransient = true,
    };

    public static PaymentException Unreachable(Exception cause) => new(
        PaymentErrors.ServiceUnavailable, "The token service could not be reached. Nothing was sent to the payment service: try again later.", cause)
    {
        IsTransient = true,
    };

    public static PaymentException Unreadable() => new(
        PaymentErrors.AnswerUnreadable, "The token service answered something that is no bearer token. Check that Credentials:TokenAddress is its token endpoint.");
}
