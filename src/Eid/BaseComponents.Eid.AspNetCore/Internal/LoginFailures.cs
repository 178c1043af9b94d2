using System.Net;
using System.Text.RegularExpressions;
using BaseComponents.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>How a log-in ended, and why, in words that may be logged.</summary>
internal readonly partial record struct FailedLogin(EidLoginOutcome Outcome, string Reason)
{
    /// <summary>Whether this is our fault or nobody's known: the log then gets the exception as well.</summary>
    public bool IsUnexpected { get; init; }
}

/// <summary>Reads outcomes out of the exceptions of the framework's handler.</summary>
internal static partial class LoginFailures
{
    public static FailedLogin Classify(Exception? exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
            if (Known(current) is { } known)
                return known;
        return new FailedLogin(EidLoginOutcome.Rejected, Named(exception)) { IsUnexpected = exception is not null and not Microsoft.IdentityModel.Tokens.SecurityTokenException };
    }

    private static FailedLogin? Known(Exception exception) => exception switch
    {
        LoginFailure failure => new(failure.Outcome, failure.Reason),
        EidException { IsTransient: true } fault => new(EidLoginOutcome.ServiceUnavailable, fault.Code),
        OpenIdConnectProtocolException protocol when protocol.Data["error"] is string error => OfError(error),
        OpenIdConnectProtocolException => new(EidLoginOutcome.Rejected, Named(exception)),
        HttpRequestException { StatusCode: { } status } when status < HttpStatusCode.InternalServerError => new(EidLoginOutcome.Rejected, $"status-{(int)status}"),
        HttpRequestException { StatusCode: { } status } => new(EidLoginOutcome.ServiceUnavailable, $"status-{(int)status}"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(EidLoginOutcome.ServiceUnavailable, "tls-not-trusted"),
        HttpRequestException { HttpRequestError: var error } => new(EidLoginOutcome.ServiceUnavailable, $"connection-{error}"),
        AuthenticationFailureException => new(EidLoginOutcome.Rejected, "answer-unreadable"),
        CertificateSourceException => new(EidLoginOutcome.ServiceUnavailable, "own-key-unavailable"),
        TimeoutException or OperationCanceledException => new(EidLoginOutcome.ServiceUnavailable, "timeout"),
        _ => null,
    };

    // RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect Core 3.1.2.6, Unmet Authentication Requirements 1.0.
    private static FailedLogin OfError(string error) => error switch
    {
        "access_denied" => new(EidLoginOutcome.CancelledByUser, error),
        "unmet_authentication_requirements" => new(EidLoginOutcome.LevelTooLow, error),
        "invalid_grant" => new(EidLoginOutcome.Expired, error),
        "server_error" or "temporarily_unavailable" => new(EidLoginOutcome.ServiceUnavailable, error),
        "invalid_request" or "invalid_client" or "unauthorized_client" or "unsupported_response_type" or "unsupported_grant_type" or "invalid_scope" or
            "interaction_required" or "login_required" or "account_selection_required" or "consent_required" => new(EidLoginOutcome.Rejected, error),
        _ => new(EidLoginOutcome.Rejected, "unknown-error-of-the-broker"),
    };

    // The library's messages quote tokens and issuers; its number for the message is enough to look it up.
    private static string Named(Exception? exception) => exception is null
        ? "no-reason"
        : $"{exception.GetType().Name} {LibraryCode().Match(exception.Message).Value}".TrimEnd();

    [GeneratedRegex("IDX[0-9]{5}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex LibraryCode();
}
