/** A user's named module. */
module com.example.modular {
    requires dev.fermata;
}
