namespace BaseComponents.Tool.Commands;

/// <summary>The schema in which an application has its tables.</summary>
/// <param name="Name">Its name; null for the usual one.</param>
internal sealed record TableSchema(string? Name);
