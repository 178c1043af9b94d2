namespace BaseComponents.Eid.EidServer;

/// <summary>An eID server and the rights of the service.</summary>
/// <remarks>getServerInfoResponse</remarks>
/// <param name="Version">The server's own text, of at most 100 characters.</param>
/// <param name="Specification">Version of TR-03130 or of the server, as Major, Minor and Bugfix give it.</param>
/// <param name="Rights">What the service's certificate may read or let prove.</param>
public sealed record EidServerInfo(string Version, Version Specification, IReadOnlySet<EidServerOperation> Rights);
