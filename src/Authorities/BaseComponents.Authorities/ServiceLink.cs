namespace BaseComponents.Authorities;

/// <summary>An address on the web.</summary>
/// <param name="Address">The address (http or https only).</param>
/// <param name="Title">What it is called, where the delivery says it.</param>
public sealed record ServiceLink(Uri Address, string? Title = null);
