namespace BaseComponents.SecureMail;

/// <summary>Which header of a received mail a value was taken from.</summary>
public enum HeaderOrigin
{
    /// <summary>The outer one, which no signature covers: everybody on the way could write it.</summary>
    Outer = 0,

    /// <summary>The one inside a validly signed content.</summary>
    Protected = 1,
}
