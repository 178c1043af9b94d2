namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Why a file is not used, each with its code, cause and next step.</summary>
internal static class SnapshotFailures
{
    public static AuthoritiesException Foreign(string file) => Fault("authorities.snapshot-foreign", $"{file} is no snapshot of authorities. Check the path.");

    public static AuthoritiesException Torn(string file) => Fault(
        "authorities.snapshot-torn", $"{file} is shorter or longer than it says: its copying was cut off, or it is being written in place. Copy it again under another name, and rename it then.");

    public static AuthoritiesException OtherFormat(string file, int format) => Fault(
        "authorities.snapshot-format",
        $"{file} has format {format}, this package reads format {SnapshotHeader.FormatVersion}. Build it with the tool of the same version as the package.");

    public static AuthoritiesException Damaged(string file, string part) => Fault(
        "authorities.snapshot-damaged", $"{file} is not as it was made: {part} was changed. Fetch it again; if that does not help, somebody has changed it on purpose.");

    public static AuthoritiesException Unsigned(string file) => Fault(
        "authorities.snapshot-unsigned", $"{file} is not signed. Build it with --key; only the Sandbox takes unsigned ones, and only with AllowUnsigned.");

    public static AuthoritiesException OtherKey(string file, string keyId) => Fault(
        "authorities.snapshot-other-key", $"{file} is signed with a key ({keyId}) that is not among PublicKeys. If its maker has a new key, add the public key that the maker hands over another way.");

    public static AuthoritiesException Forged(string file) => Fault(
        "authorities.snapshot-forged", $"The signature of {file} does not fit its header: it was changed after signing. Fetch it again from its maker.");

    public static AuthoritiesException Malformed(string file, Exception cause) => Fault(
        "authorities.snapshot-malformed", $"{file} is signed and whole, but wrong in itself: {cause.Message} Report it to its maker.", cause);

    public static AuthoritiesException Open(string file) => Fault(
        "authorities.snapshot-writable", $"{file} may be changed by every user of this machine. Take that right away (chmod o-w): what is checked once must not change afterwards.");

    public static AuthoritiesException TooLarge(string file, long limit) => Fault("authorities.too-large", $"{file} is larger than {limit} bytes. If that is right, raise MaxFileBytes.");

    public static AuthoritiesException TooMuch(string what, long most) => Fault("authorities.snapshot-too-large", $"A snapshot holds at most {most} {what}. Split the data by state.");

    public static AuthoritiesException Confirmations(string file, Exception cause) => Fault(
        "authorities.confirmations-unreadable", $"{file} cannot be read as confirmed changes. Put back a good copy, or delete it and confirm again.", cause);

    public static AuthoritiesException Unwritable(string file, Exception cause) => Fault(
        "authorities.snapshot-unwritable", $"{file} cannot be written. Check the folder, its rights and its free space; the old file is still there.", cause);

    private static AuthoritiesException Fault(string code, string message, Exception? cause = null) => new(code, message, isTransient: false, cause);
}
