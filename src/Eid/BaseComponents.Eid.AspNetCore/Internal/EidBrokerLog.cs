using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>Log entries 1001 to 1017. No name, pseudonym, code, token or state stands in any of them.</summary>
internal static partial class EidBrokerLog
{
    [LoggerMessage(1001, LogLevel.Information, "Log-in over {Scheme} succeeded with level {Level}.")]
    public static partial void Succeeded(ILogger log, string scheme, AssuranceLevel level);

    [LoggerMessage(1002, LogLevel.Information, "Log-in over {Scheme} was cancelled by the user.")]
    public static partial void Cancelled(ILogger log, string scheme);

    [LoggerMessage(1003, LogLevel.Warning, "Log-in over {Scheme} did not succeed: {Outcome} ({Reason}). See docs/errors.md#eid.login for the reasons.")]
    public static partial void DidNotSucceed(ILogger log, string scheme, EidLoginOutcome outcome, string reason);

    [LoggerMessage(1004, LogLevel.Error, "Log-in over {Scheme} failed for a reason that is not foreseen.")]
    public static partial void Unexpected(ILogger log, Exception? exception, string scheme);

    [LoggerMessage(1005, LogLevel.Warning, "The discovery document of {Authority} could not be fetched ({Reason}); the one already known stays in use.")]
    public static partial void DiscoveryKept(ILogger log, Uri authority, string reason);

    [LoggerMessage(1006, LogLevel.Information, "A token of {Authority} names a key that is not known; its keys are fetched anew.")]
    public static partial void UnknownKey(ILogger log, Uri authority);

    [LoggerMessage(1007, LogLevel.Warning, "A log-in over {Scheme} was to return to another site; it returns to the start page instead. Check what the application passes as return address.")]
    public static partial void ForeignReturn(ILogger log, string scheme);

    [LoggerMessage(1008, LogLevel.Warning, "The broker of {Scheme} sent a value for {Attribute} that cannot be read; the attribute counts as missing.")]
    public static partial void Unreadable(ILogger log, string scheme, EidAttribute attribute);

    [LoggerMessage(1009, LogLevel.Error, "The page at OutcomePath of {Scheme} demands a log-in, so that nobody can be told why theirs failed. Let it be visited without one.")]
    public static partial void OutcomePageDemandsLogin(ILogger log, string scheme);

    [LoggerMessage(1010, LogLevel.Warning, "{Authority} publishes an RSA key with less than 2048 bits; it is not used. Log-ins with it are rejected until its operator replaces it.")]
    public static partial void WeakKey(ILogger log, Uri authority);

    [LoggerMessage(1011, LogLevel.Warning, "An answer to {Scheme} was encrypted with AES-CBC, which AllowLegacyEncryption accepts. Ask the operator for AES-GCM, then switch it off.")]
    public static partial void LegacyEncryption(ILogger log, string scheme);

    [LoggerMessage(1012, LogLevel.Warning, "Settings of {Scheme}: {Code}: {Message}")]
    public static partial void Settings(ILogger log, string scheme, string code, string message);

    [LoggerMessage(1013, LogLevel.Information, "The broker of {Scheme} ended a session.")]
    public static partial void LoggedOut(ILogger log, string scheme);

    [LoggerMessage(1014, LogLevel.Warning, "A logout of the broker of {Scheme} was refused ({Reason}). See docs/errors.md#eid.logout for the reasons.")]
    public static partial void LogoutRefused(ILogger log, string scheme, string reason);

    [LoggerMessage(1015, LogLevel.Error, "A logout of the broker of {Scheme} could not be carried out ({Reason}); the broker is told to try again.")]
    public static partial void LogoutFailed(ILogger log, Exception? exception, string scheme, string reason);

    [LoggerMessage(1016, LogLevel.Error, "The broker of {Scheme} ends sessions, but the application keeps them in a SessionStore of its own, which does not look for that. Remove BackChannelLogoutPath, or the store.")]
    public static partial void ForeignSessionStore(ILogger log, string scheme);

    [LoggerMessage(1017, LogLevel.Error, "The keys for the broker cannot be published: {Reason}")]
    public static partial void KeysUnavailable(ILogger log, string reason);
}
