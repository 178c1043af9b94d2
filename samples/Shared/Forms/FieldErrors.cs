using MunicipalService.Languages;

namespace MunicipalService.Forms;

/// <summary>What is wrong with a form, in the order of its fields; each message complete in itself, and in a language only on the page.</summary>
public sealed class FieldErrors
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> All => _errors;

    public bool Any => _errors.Count > 0;

    public Message? For(params IReadOnlyList<string> fields) => _errors.Find(error => fields.Contains(error.Field))?.Message;

    /// <summary>True when a message speaks of that field, as its own or as one of several.</summary>
    public bool Concern(string field) => _errors.Exists(error => error.Field == field || error.Others.Contains(field));

    /// <summary>Adds a message; the first one of a field counts.</summary>
    /// <param name="field">Where the message leads to.</param>
    /// <param name="others">Further fields that are wrong together with it.</param>
    public void Add(string field, Message message, params IReadOnlyList<string> others)
    {
        if (For(field) is null)
            _errors.Add(new FieldError(field, message, others));
    }
}

/// <param name="Field">Id of the input the message belongs to.</param>
/// <param name="Others">Ids of inputs that are wrong together with it.</param>
public sealed record FieldError(string Field, Message Message, IReadOnlyList<string> Others);
