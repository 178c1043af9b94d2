namespace DogLicence.Registration;

/// <summary>What is wrong with a form, in the order of its fields; each message German and complete in itself.</summary>
public sealed class FieldErrors
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> All => _errors;

    public bool Any => _errors.Count > 0;

    public string? For(string field) => _errors.Find(error => error.Field == field)?.Message;

    /// <summary>Adds a message; the first one of a field counts.</summary>
    public void Add(string field, string message)
    {
        if (For(field) is null)
            _errors.Add(new FieldError(field, message));
    }
}

/// <param name="Field">Id of the input the message belongs to.</param>
public sealed record FieldError(string Field, string Message);
