using MunicipalService.Languages;

namespace MunicipalService.Forms;

/// <summary>A box that tells the citizen something.</summary>
/// <param name="Kind">info, success, warning or danger.</param>
public sealed record Notice(string Kind, Message Title, params IReadOnlyList<Message> Texts);

/// <summary>Writes a fault that a service has a text of its own for to the log, and returns the text; null for any other fault.</summary>
public delegate Notice? TellFault(Exception fault, ILogger log);
