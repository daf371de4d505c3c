// The first part of this layer goes here.
