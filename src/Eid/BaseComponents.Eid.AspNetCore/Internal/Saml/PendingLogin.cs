namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>A log-in that is under way: kept by the store until its answer comes, or its time is over.</summary>
/// <param name="RequestId">The request that must be answered.</param>
/// <param name="RequestedAt">When it was made.</param>
/// <param name="IdentityProvider">Who was asked.</param>
/// <param name="MinimumLevel">What was demanded.</param>
/// <param name="ReturnUrl">Where the user goes afterwards; within this application.</param>
internal sealed record PendingLogin(string RequestId, DateTimeOffset RequestedAt, string IdentityProvider, AssuranceLevel MinimumLevel, string ReturnUrl);
