using System.Net;
using BaseComponents.Shared.OAuth;

namespace BaseComponents.Payments.Wire.Authentication;

/// <summary>What can go wrong before the service is even asked. Nothing was sent to it, so nothing was created.</summary>
internal sealed class TokenFaults : ITokenFaults
{
    public Exception Refused(HttpStatusCode status) => new PaymentException(
        PaymentErrors.AccessDenied,
        $"The token service refused the credentials (HTTP {(int)status}). Compare Credentials:Name, Secret, Scope and TokenAddress with the operator's letter; some operators want SecretInBody.");

    public Exception OutOfOrder(HttpStatusCode status) => new PaymentException(
        PaymentErrors.ServiceUnavailable, $"The token service is out of order (HTTP {(int)status}). Nothing was sent to the payment service: try again later.")
    {
        IsTransient = true,
    };

    public Exception Unreachable(Exception cause) => new PaymentException(
        PaymentErrors.ServiceUnavailable, "The token service could not be reached. Nothing was sent to the payment service: try again later.", cause)
    {
        IsTransient = true,
    };

    public Exception Unreadable() => new PaymentException(
        PaymentErrors.AnswerUnreadable, "The token service answered something that is no bearer token. Check that Credentials:TokenAddress is its token endpoint.");
}
