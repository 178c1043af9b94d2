using System.Xml;
using BaseComponents.Eid.EidServer;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>What a getResultResponse tells of each operation. What was not asked for, or what the citizen refused, is not read, even where it stands there.</summary>
internal sealed class CardData(XmlElement content, EidServerSession session)
{
    private readonly XmlElement? _personal = content.Child("PersonalData");
    private readonly XmlElement? _allowed = content.Child("OperationsAllowedByUser");

    public XmlElement? Find(EidServerOperation operation) => IsReadable(operation) ? _personal?.Child(operation.Name) : null;

    public string? Text(EidServerOperation operation) => IsReadable(operation) ? _personal?.Text(operation.Name) : null;

    public CountryCode? Country(EidServerOperation operation) =>
        IsReadable(operation) && _personal?.ExactText(operation.Name, AnswerElement.CountryForm) is { } text && !string.IsNullOrWhiteSpace(text) ? new CountryCode(text) : null;

    public string? DocumentType() =>
        IsReadable(EidServerOperation.DocumentType) && _personal?.ExactText(EidServerOperation.DocumentType.Name, AnswerElement.DocumentTypeForm) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>Whether the card says that the citizen fulfils a request; null where it says nothing.</summary>
    public bool? Fulfils(EidServerOperation operation, string name) =>
        !IsReadable(operation) || content.Child(name)?.Text("FulfilsRequest") is not { } text
            ? null
            : text switch
            {
                "true" or "1" => true,
                "false" or "0" => false,
                _ => throw new XmlRefusedException("answer-not-a-truth-value"),
            };

    /// <summary>Why an operation that brought no value brought none.</summary>
    public AbsenceReason ReasonOf(EidServerOperation operation)
    {
        if (!session.Operations.ContainsKey(operation))
            return AbsenceReason.NotRequested;
        return StatusOf(operation) switch
        {
            "PROHIBITED" => AbsenceReason.Refused,
            "NOTONCHIP" => AbsenceReason.NotOnChip,
            // Read, and there is nothing in it: no title, no other name.
            _ when Find(operation) is not null => AbsenceReason.NotOnChip,
            _ => AbsenceReason.Unstated,
        };
    }

    private bool IsReadable(EidServerOperation operation) => session.Operations.ContainsKey(operation) && (StatusOf(operation) is null or "ALLOWED");

    // Null: the server states nothing about any. An element that is absent or empty means PROHIBITED.
    private string? StatusOf(EidServerOperation operation) => _allowed is null ? null : _allowed.Text(operation.Name) ?? "PROHIBITED";
}
